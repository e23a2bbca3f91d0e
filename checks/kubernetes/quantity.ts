import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import type { ResourceRequirements, VolumeResourceRequirements } from '../../imports/k8s';
import { claimsOf } from '../claims';
import { podsOf } from '../pod-specs';
import type { Report, Rule } from '../rule';
import { quantityFix, quantityValue } from '../syntax/quantity';

export const quantity: Rule = {
  id: 'kubernetes/quantity',
  holds: 'quantities parse, and requests do not exceed limits',
  category: 'schema',
  effect:
    'The API server refuses the object: quantities must match the regular expression, requests must not exceed limits.',
  source: 'kubernetes v1.36, apimachinery/pkg/api/resource; pkg/apis/core/validation: ValidateResourceRequirements',
  check(cluster, report) {
    for (const pods of podsOf(cluster)) {
      const { entry, containers, spec, at } = pods;
      for (const place of containers) checkResources(entry, place.container.resources, place, report);
      for (const { name, emptyDir } of spec.volumes ?? []) {
        if (isWrong(emptyDir?.sizeLimit))
          reportQuantity(entry, emptyDir?.sizeLimit, `${at}.volumes[${name}].emptyDir.sizeLimit`, report);
      }
    }
    for (const { entry, spec, at } of claimsOf(cluster)) checkResources(entry, spec?.resources, { at }, report);
  },
};

function checkResources(
  entry: Entry,
  resources: ResourceRequirements | VolumeResourceRequirements | undefined,
  place: { readonly at: string },
  report: Report,
) {
  if (!resources) return;
  const { requests = {}, limits = {} } = resources;
  for (const name in requests) {
    if (isWrong(requests[name]))
      reportQuantity(entry, requests[name], `${place.at}.resources.requests.${name}`, report);
  }
  for (const name in limits) {
    if (isWrong(limits[name])) reportQuantity(entry, limits[name], `${place.at}.resources.limits.${name}`, report);
  }
  for (const name in requests) {
    const value = requests[name];
    if (limits[name] === undefined) continue;
    const request = quantityValue(value);
    const limit = quantityValue(limits[name]);
    if (request === undefined || limit === undefined || request <= limit) continue;
    report(entry, {
      message: `${describe(entry.object)}: it requests ${value} of ${name}, more than its limit of ${limits[name]}.`,
      fix: `Raise the limit to ${value}, or request less.`,
      section: `${place.at}.resources.requests.${name}`,
    });
  }
}

function isWrong(value: unknown): boolean {
  if (value === undefined) return false;
  const number = quantityValue(value);
  return number === undefined || number < 0;
}

function reportQuantity(entry: Entry, value: unknown, at: string, report: Report): void {
  report(entry, {
    message: `${describe(entry.object)}: "${String(value)}" in ${at} is no quantity.`,
    fix: `Write ${quantityFix(String(value))}`,
    section: at,
  });
}
