import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import type { ResourceRequirements, VolumeResourceRequirements } from '../../imports/k8s';
import { claimsOf } from '../claims';
import { podsOf } from '../pod-specs';
import type { Report, Rule } from '../rule';
import { quantityFix, quantityValue } from '../syntax/quantity';

export const quantity: Rule = {
  id: 'kubernetes/quantity',
  category: 'schema',
  effect:
    'The API server refuses the object: quantities must match the regular expression, requests must not exceed limits.',
  source: 'kubernetes v1.36, apimachinery/pkg/api/resource; pkg/apis/core/validation: ValidateResourceRequirements',
  check(cluster, report) {
    for (const pods of podsOf(cluster)) {
      for (const { container, at } of pods.containers) {
        checkResources(pods.entry, container.resources, `${at}.resources`, report);
      }
      for (const volume of pods.spec.volumes ?? []) {
        checkQuantity(
          pods.entry,
          volume.emptyDir?.sizeLimit,
          `${pods.at}.volumes[${volume.name}].emptyDir.sizeLimit`,
          report,
        );
      }
    }
    for (const { entry, spec, at } of claimsOf(cluster))
      checkResources(entry, spec?.resources, `${at}.resources`, report);
  },
};

function checkResources(
  entry: Entry,
  resources: ResourceRequirements | VolumeResourceRequirements | undefined,
  at: string,
  report: Report,
) {
  const { requests = {}, limits = {} } = resources ?? {};
  for (const [name, value] of Object.entries(requests)) checkQuantity(entry, value, `${at}.requests.${name}`, report);
  for (const [name, value] of Object.entries(limits)) checkQuantity(entry, value, `${at}.limits.${name}`, report);
  for (const [name, value] of Object.entries(requests)) {
    const [request, limit] = [quantityValue(value), quantityValue(limits[name])];
    if (request === undefined || limit === undefined || request <= limit) continue;
    report(entry, {
      message: `${describe(entry.object)}: it requests ${value} of ${name}, more than its limit of ${limits[name]}.`,
      fix: `Raise the limit to ${value}, or request less.`,
      section: `${at}.requests.${name}`,
    });
  }
}

function checkQuantity(entry: Entry, value: unknown, at: string, report: Report): void {
  if (value === undefined) return;
  const number = quantityValue(value);
  if (number !== undefined && number >= 0) return;
  report(entry, {
    message: `${describe(entry.object)}: "${String(value)}" in ${at} is no quantity.`,
    fix: `Write ${quantityFix(String(value))}`,
    section: at,
  });
}
