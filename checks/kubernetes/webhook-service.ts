import { didYouMean } from '../../fleet/did-you-mean';
import { describe } from '../../fleet/object';
import { isMap, listAt, mapAt, textAt } from '../fields';
import type { Rule } from '../rule';
import { hasChart } from '../unseen';

export const webhookService: Rule = {
  id: 'kubernetes/webhook-service',
  holds: 'the Service that a webhook asks is there',
  category: 'reference',
  effect:
    'Every request that the webhook is for fails, with failurePolicy Fail: in the worst case nothing can be created.',
  source: 'kubernetes v1.36, admissionregistration.k8s.io/v1: ServiceReference',
  check(cluster, report) {
    for (const kind of ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration']) {
      for (const entry of cluster.ofKind(`admissionregistration.k8s.io/${kind}`)) {
        for (const webhook of listAt(entry.object, 'webhooks').filter(isMap)) {
          const service = mapAt(mapAt(webhook, 'clientConfig'), 'service');
          const [name, namespace] = [textAt(service, 'name'), textAt(service, 'namespace')];
          if (!name || cluster.find('Service', namespace, name) || cluster.hasService(namespace, name)) continue;
          if (hasChart(cluster, namespace)) continue;
          report(entry, {
            message: `${describe(entry.object)}: "${textAt(webhook, 'name')}" asks Service ${namespace}/${name}, which nothing makes.${didYouMean(name, cluster.names('Service', namespace))}`,
            fix: 'Name the Service of its controller.',
            section: `webhooks[${textAt(webhook, 'name')}]`,
          });
        }
      }
    }
  },
};
