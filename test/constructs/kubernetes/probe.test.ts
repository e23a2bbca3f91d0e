import { execProbe, httpProbe, tcpProbe } from '../../../constructs/kubernetes/probe';

test('probes as the API has them', () => {
  expect(execProbe(['a', 'b'], { timeoutSeconds: 5 })).toEqual({ exec: { command: ['a', 'b'] }, timeoutSeconds: 5 });
  expect(httpProbe('/x', 'http')).toEqual({ httpGet: { path: '/x', port: 'http' } });
  expect(tcpProbe(80)).toEqual({ tcpSocket: { port: 80 } });
});
