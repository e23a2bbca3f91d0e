import { readFileSync } from 'node:fs';

const { customManagers } = JSON.parse(readFileSync('renovate.json', 'utf8')) as {
  customManagers: { matchStrings: string[] }[];
};
const found = (manager: number, file: string) => {
  const pattern = new RegExp(customManagers[manager]?.matchStrings[0] ?? '', 'g');
  return [...readFileSync(file, 'utf8').matchAll(pattern)].map((match) => ({ ...match.groups }));
};

test('Renovate finds the images', () => {
  expect(found(0, 'apps/velocity/velocity.ts').map((image) => image['depName'])).toEqual(['docker.io/itzg/mc-proxy']);
  expect(found(0, 'apps/minecraft/minecraft.ts')).toEqual([
    {
      depName: 'docker.io/itzg/minecraft-server',
      currentValue: expect.stringMatching(/^20\d\d\.\d+\.\d+-java\d+$/),
      currentDigest: expect.stringMatching(/^sha256:[a-f0-9]{64}$/),
    },
  ]);
});

test('Renovate finds the charts', () => {
  expect(found(1, 'apps/monitoring/monitoring.ts').map((chart) => chart['depName'])).toEqual([
    'kube-prometheus-stack',
    'loki',
    'promtail',
  ]);
  expect(found(1, 'constructs/cert-manager/cert-manager.ts').map((chart) => chart['depName'])).toEqual([
    'cert-manager',
  ]);
  expect(found(1, 'constructs/metallb/metal-lb.ts').map((chart) => chart['depName'])).toEqual(['metallb']);
  expect(found(1, 'constructs/argocd/chart.ts')).toEqual([
    {
      registryUrl: 'https://argoproj.github.io/argo-helm',
      depName: 'argo-cd',
      currentValue: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    },
  ]);
});
