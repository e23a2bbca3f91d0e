import { isFiltered, settingsOf } from '../../../../checks/policy/evaluation/filters';

const object = (kind: string, namespace?: string, name = 'a') => ({
  apiVersion: 'v1',
  kind,
  metadata: { name, ...(namespace ? { namespace } : {}) },
});

test('what the chart leaves alone', () => {
  const settings = settingsOf({ namespace: 'policies', values: {} });
  expect(isFiltered(object('Pod', 'kube-system'), settings)).toBe(true);
  expect(isFiltered(object('Pod', 'policies'), settings)).toBe(true);
  expect(isFiltered(object('ReplicaSet', 'app'), settings)).toBe(true);
  expect(isFiltered(object('Node'), settings)).toBe(true);
  expect(isFiltered(object('Pod', 'app'), settings)).toBe(false);
  expect(isFiltered(object('Namespace', undefined, 'kube-system'), settings)).toBe(false);
});

test('what the values say instead', () => {
  const config = { resourceFilters: ['[Secret,*,*][ConfigMap,app,kube-*]'], excludeKyvernoNamespace: false };
  const settings = settingsOf({ namespace: 'kyverno', values: { config } });
  expect(isFiltered(object('Secret', 'app'), settings)).toBe(true);
  expect(isFiltered(object('ConfigMap', 'app', 'kube-root-ca.crt'), settings)).toBe(true);
  expect(isFiltered(object('ConfigMap', 'app', 'other'), settings)).toBe(false);
  expect(isFiltered(object('Pod', 'kube-system'), settings)).toBe(false);
  expect(isFiltered(object('Pod', 'kyverno'), settings)).toBe(false);
});
