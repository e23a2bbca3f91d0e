import { describe } from '../../fleet/object';
import type { AppProjectSpec } from '../../imports/argoproj.io';
import { groupBy } from '../group-by';
import type { Rule } from '../rule';
import { globMatches, isGlob } from '../syntax/glob';
import { applicationsOf, argoCdNamespace, sourcesOf } from './project-of';
import { clustersOf, repositoriesOf } from './secrets';

export const projectPermits: Rule = {
  id: 'argocd/project-permits',
  holds: 'an Application’s sources, destination and namespace are permitted by its project',
  category: 'reference',
  effect: 'The Application is InvalidSpecError, and nothing of it is synced.',
  source:
    'Argo CD v3.5.1, pkg/apis/application/v1alpha1/app_project_types.go: IsSourcePermitted, IsDestinationPermitted, IsAppNamespacePermitted',
  check(cluster, report) {
    const home = argoCdNamespace(cluster);
    const clusters = clustersOf(cluster);
    const repositories = repositoriesOf(cluster);
    for (const { entry, spec, project } of applicationsOf(cluster)) {
      if (!project) continue;
      const { name } = project.entry.object.metadata;
      const say = (what: string, fix: string, section: string) =>
        report(entry, {
          message: `${describe(entry.object)}: ${what}, which its project "${name}" does not permit.`,
          fix,
          section,
        });
      const ownRepositories = repositories.filter((repository) => repository.project === name);
      for (const { repoURL = '' } of sourcesOf(spec)) {
        const isOwn = ownRepositories.some(({ url = '' }) => normalized(url) === normalized(repoURL));
        if (repoURL === '' || isOwn || isSource(project.spec, repoURL)) continue;
        say(
          `its source is ${repoURL}`,
          'Add it to the project’s sourceRepos; `*` takes no "/", and "!" forbids.',
          'spec.source.repoURL',
        );
      }
      const { server, name: clusterName, namespace = '' } = spec.destination ?? {};
      const known = clusters.find((each) => (server ? each.server === server : each.name === clusterName));
      // A cluster by its name alone, whose address is not written here: the project may permit the address.
      const isUnknown = !known && !server && clusters.length === 1;
      const isForbidden = !isDestination(concerning(destinationsOf(project.spec), namespace), {
        server,
        name: clusterName,
        ...known,
        namespace,
      });
      const isShared = project.spec.permitOnlyProjectScopedClusters && known && known.project !== name;
      if ((server || clusterName) && !isUnknown && (isForbidden || isShared)) {
        say(
          `it goes to ${namespace || 'all namespaces'} of ${server ?? clusterName}`,
          isShared
            ? 'Give the cluster’s Secret the project’s name: only its own clusters are permitted.'
            : 'Add it to the project’s destinations; "!" forbids.',
          'spec.destination',
        );
      }
      const own = entry.object.metadata.namespace ?? home;
      const { sourceNamespaces = [] } = project.spec;
      if (own !== home && !sourceNamespaces.some((pattern) => globMatches(pattern, own))) {
        say(
          `it is in the namespace ${own}`,
          'Add the namespace to the project’s sourceNamespaces.',
          'metadata.namespace',
        );
      }
    }
  },
};

/** `*` alone takes all; else it takes no slash. Every denial has to let the source pass. */
function isSource({ sourceRepos = [] }: Partial<AppProjectSpec>, repository: string): boolean {
  const wanted = normalized(repository);
  const isDenied = sourceRepos.some(
    (pattern) => pattern.startsWith('!') && globMatches(normalized(pattern.slice(1)), wanted, '/'),
  );
  if (isDenied) return false;
  return sourceRepos.some(
    (pattern) => pattern.startsWith('!') || pattern === '*' || globMatches(normalized(pattern), wanted, '/'),
  );
}

/** Ways to write one repository. Source: Argo CD v3.5.1, util/git: NormalizeGitURL. */
function normalized(repository: string): string {
  const lower = repository.trim().toLowerCase();
  const isScp = /^[^/:]+@[^/:]+:/.test(lower);
  return (isScp ? lower.replace(':', '/') : lower).replace(/\.git$/, '').replace(/^ssh:\/\//, '');
}

interface Destination {
  readonly server?: string | undefined;
  readonly name?: string | undefined;
  readonly namespace: string;
}

const isDenial = (pattern = '') => pattern.startsWith('!');
const matches = (pattern = '', text: string) =>
  isDenial(pattern) ? !globMatches(pattern.slice(1), text) : pattern === '*' || globMatches(pattern, text);

type Item = NonNullable<AppProjectSpec['destinations']>[number];

/** A project's destinations: most name one namespace, and say something of that alone. */
interface Destinations {
  readonly ofNamespaces: ReadonlyMap<string, readonly Item[]>;
  readonly others: readonly Item[];
}

const indexed = new WeakMap<Partial<AppProjectSpec>, Destinations>();

function destinationsOf(spec: Partial<AppProjectSpec>): Destinations {
  const known = indexed.get(spec);
  if (known) return known;
  const isPlain = ({ name = '', server = '', namespace = '' }: Item) =>
    !isDenial(name) && !isDenial(server) && !isDenial(namespace) && !isGlob(namespace);
  const { destinations = [] } = spec;
  const made: Destinations = {
    ofNamespaces: groupBy(destinations.filter(isPlain), ({ namespace = '' }) => namespace),
    others: destinations.filter((item) => !isPlain(item)),
  };
  indexed.set(spec, made);
  return made;
}

const concerning = ({ ofNamespaces, others }: Destinations, namespace: string) => [
  ...(ofNamespaces.get(namespace) ?? []),
  ...others,
];

/** @param items those that may concern the namespace */
function isDestination(items: readonly Item[], { server, name, namespace }: Destination): boolean {
  let found = false;
  for (const item of items) {
    const byNamespace = matches(item.namespace, namespace);
    const byName = Boolean(name) && matches(item.name, name ?? '');
    const byServer = Boolean(server) && matches(item.server, server ?? '');
    if ((byName || byServer) && byNamespace) found = true;
    else if ((!byName && isDenial(item.name)) || (!byServer && isDenial(item.server) && byNamespace)) return false;
    else if (!byNamespace && isDenial(item.namespace) && byServer) return false;
  }
  return found;
}
