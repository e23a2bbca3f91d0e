import { raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';

const webhook =
  (name: string): Fill =>
  (app) => {
    raw(app, 'service', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'hook' },
      spec: { ports: [{ port: 443 }] },
    });
    raw(app, 'config', {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingWebhookConfiguration',
      metadata: { name: 'hook' },
      webhooks: [
        {
          name: 'hook.example.com',
          clientConfig: { service: { name, namespace: 'app' } },
          sideEffects: 'None',
          admissionReviewVersions: ['v1'],
        },
      ],
    });
  };

testRule('kubernetes/webhook-service', {
  wrong: [['one that is not there', webhook('hok'), 'asks Service app/hok, which nothing makes. Did you mean "hook"?']],
  right: { 'one that is there': webhook('hook') },
});
