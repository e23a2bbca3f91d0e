import { BUCKET_TOPIC } from '../../facts/rook';
import type { Entry } from '../../fleet/model';
import { describe } from '../../fleet/object';
import type { Report, Rule } from '../rule';
import { specOf } from '../spec-of';

interface TopicSpec {
  readonly endpoint?: Readonly<Record<string, { readonly uri?: string } | undefined>>;
}

/** What an endpoint's URI may begin with. */
const SCHEMES: Readonly<Record<string, readonly string[]>> = {
  http: ['http', 'https'],
  amqp: ['amqp', 'amqps'],
  kafka: ['kafka'],
};

export const bucketTopic: Rule = {
  id: 'rook/bucket-topic',
  holds: 'a bucket topic has one endpoint, and a URI of its scheme',
  effect: 'The operator makes no topic, and says so in its log alone: nobody hears of the bucket.',
  source: 'Rook v1.20.6, pkg/apis/ceph.rook.io/v1/topic.go; pkg/operator/ceph/object/topic',
  check(cluster, report) {
    for (const entry of cluster.ofKind(BUCKET_TOPIC)) checkEndpoint(entry, report);
  },
};

function checkEndpoint(entry: Entry, report: Report): void {
  const endpoints = Object.entries(specOf<TopicSpec>(entry).endpoint ?? {}).filter(([, endpoint]) => endpoint);
  const say = (what: string, fix: string, section = 'spec.endpoint') =>
    report(entry, { message: `${describe(entry.object)} ${what}.`, fix, section });
  if (endpoints.length !== 1) {
    const names = endpoints.map(([name]) => name).join(', ');
    say(`has ${endpoints.length || 'no'} endpoints${names && `: ${names}`}`, 'Say one: http, amqp or kafka.');
    return;
  }
  const [name, endpoint] = endpoints[0] as [string, { readonly uri?: string }];
  const schemes = SCHEMES[name];
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(endpoint.uri ?? '')?.[1]?.toLowerCase();
  if (schemes && !schemes.includes(scheme ?? '')) {
    const wanted = schemes.map((text) => `${text}://`).join(' or ');
    say(`sends to "${endpoint.uri}", which is no ${name}`, `Begin with ${wanted}`, `spec.endpoint.${name}.uri`);
  }
}
