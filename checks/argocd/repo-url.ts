import { closest } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import type { Rule } from '../rule';
import { applicationsOf, sourcesOf } from './project-of';

const SCHEMES = ['https', 'http', 'ssh', 'git', 'oci', 'file'];

export const repoUrl: Rule = {
  id: 'argocd/repo-url',
  holds: 'a source’s address has a scheme that Argo CD knows, and no password',
  effect:
    'ComparisonError: nothing is compared or synced; a password in an address is shown to everybody who may look.',
  source: 'Argo CD v3.5.1, util/git/git.go: IsSSHURL, IsHTTPSURL, NormalizeGitURL; util/helm/client.go: IsHelmOciRepo',
  check(cluster, report) {
    for (const { entry, spec } of applicationsOf(cluster)) {
      for (const { repoURL } of sourcesOf(spec)) {
        const scheme = /^([^:/@]+):\/\//.exec(repoURL ?? '')?.[1];
        if (!repoURL || scheme === undefined) continue;
        const say = (what: string, fix: string) =>
          report(entry, { message: `${describe(entry.object)} ${what}`, fix, section: 'spec.source.repoURL' });
        if (!SCHEMES.includes(scheme)) {
          const near = closest(scheme, SCHEMES);
          say(`takes "${repoURL}".${near ? ` Did you mean "${near}://…"?` : ''}`, `One of ${SCHEMES.join(', ')}.`);
        } else if (/^https?:\/\/[^/@]*:[^/@]+@/.test(repoURL)) {
          say('has a password in an address.', 'Give Argo CD the login by a repository Secret.');
        }
      }
    }
  },
};
