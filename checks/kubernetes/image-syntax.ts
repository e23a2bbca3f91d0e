import { describe } from '../../fleet/object';
import { podsOf } from '../pod-specs';
import type { Rule } from '../rule';

const PART = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const HOST =
  '(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\\[[0-9a-fA-F:]+\\])(?::[0-9]+)?';
/** The grammar of references: a registry, a repository in lower case, a tag, a digest. */
const REFERENCE = new RegExp(
  `^(?:${HOST}/)?${PART}(?:/${PART})*(?::[\\w][\\w.-]{0,127})?(?:@[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[0-9a-fA-F]{32,})?$`,
);

export const imageSyntax: Rule = {
  id: 'kubernetes/image-syntax',
  holds: 'an image is a reference',
  effect: 'The container never starts: InvalidImageName.',
  source: 'distribution/reference v0.6.0, regexp.go; kubernetes v1.36, pkg/kubelet/images',
  check(cluster, report) {
    const right = new Set<string>();
    for (const { entry, containers } of podsOf(cluster)) {
      for (const place of containers) {
        const { image, name } = place.container;
        if (image === undefined || typeof image !== 'string' || right.has(image)) continue;
        if (REFERENCE.test(image)) {
          right.add(image);
          continue;
        }
        report(entry, {
          message: `${describe(entry.object)}: "${name}" runs the image "${image}", which is no reference.`,
          fix: /[A-Z]/.test(image.split('/').slice(1).join('/'))
            ? 'Repositories are in lower case.'
            : 'Write it so: "registry.example.com/team/app:1.2.3".',
          section: `${place.at}.image`,
        });
      }
    }
  },
};
