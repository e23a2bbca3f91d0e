import { podSecurityBaseline } from '../../constructs/kyverno/presets/baseline';
import { disallowLatestTag, requireLabels } from '../../constructs/kyverno/presets/best-practice';
import { addDefaultResources, addNetworkPolicy } from '../../constructs/kyverno/presets/defaults';
import type { PolicyDefinition } from '../../constructs/kyverno/presets/definition';
import { podSecurityRestricted } from '../../constructs/kyverno/presets/restricted';
import { within } from '../../constructs/kyverno/presets/within';

/** What every cluster of this fleet asks. */
export function fleetPolicies(): PolicyDefinition[] {
  return [
    ...podSecurityBaseline(),
    // Namespaces that promise "restricted": there the controller is refused, and not its Pods one by one.
    ...within({ matchLabels: { 'pod-security.kubernetes.io/enforce': 'restricted' } }, podSecurityRestricted()),
    requireLabels({ labels: ['app.kubernetes.io/name'] }),
    disallowLatestTag(),
    addDefaultResources(),
    // What comes in only: what goes out (downloads, APIs) is not known well enough.
    addNetworkPolicy({ policyTypes: ['Ingress'] }),
  ];
}

/** The names of the policies of "baseline", for what has to be its node's master. */
export const BASELINE = podSecurityBaseline().map(({ name }) => name) as [string, ...string[]];
