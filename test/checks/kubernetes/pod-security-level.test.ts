import { raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';

const namespace =
  (level: string): Fill =>
  (app) =>
    raw(app, 'other', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'other', labels: { 'pod-security.kubernetes.io/enforce': level } },
    });

testRule('kubernetes/pod-security-level', {
  wrong: [
    [
      'a level that is none',
      namespace('restriced'),
      'metadata.labels["pod-security.kubernetes.io/enforce"] is "restriced". Did you mean "restricted"?',
    ],
  ],
  right: { 'a level': namespace('baseline') },
});
