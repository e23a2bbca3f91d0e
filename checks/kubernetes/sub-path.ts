import { describe } from '../../fleet/object';
import { podsOf } from '../pod-specs';
import type { Rule } from '../rule';

export const subPath: Rule = {
  id: 'kubernetes/sub-path',
  holds: 'a mount is at a place of its own, of a path below its volume',
  category: 'schema',
  effect: 'The API server refuses the object, and the whole sync fails.',
  source: 'kubernetes v1.36, pkg/apis/core/validation: ValidateVolumeMounts, validateLocalDescendingPath',
  check(cluster, report) {
    for (const { entry, containers } of podsOf(cluster)) {
      for (const place of containers) {
        for (const { name, mountPath, subPath: path, subPathExpr } of place.container.volumeMounts ?? []) {
          const wrong =
            path && subPathExpr
              ? 'by subPath and by subPathExpr'
              : leavesVolume(path) || leavesVolume(subPathExpr)
                ? `by the subPath "${path ?? subPathExpr}", which leaves the volume`
                : mountPath?.includes(':')
                  ? `at "${mountPath}", which has a colon`
                  : undefined;
          if (!wrong) continue;
          report(entry, {
            message: `${describe(entry.object)}: "${place.container.name}" mounts the volume "${name}" ${wrong}.`,
            fix: 'A path below the volume: "config/app.yaml".',
            section: `${place.at}.volumeMounts[${name}]`,
          });
        }
      }
    }
  },
};

const leavesVolume = (path: string | undefined) => path && (path.startsWith('/') || path.split('/').includes('..'));
