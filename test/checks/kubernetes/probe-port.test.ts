import { deployment, raw } from '../../helpers/cluster';
import { testRule } from '../../helpers/rule';

const probing = (readinessProbe: object) => (app: Parameters<typeof raw>[0]) =>
  void raw(
    app,
    'd',
    deployment('web', { container: { ports: [{ name: 'http', containerPort: 80 }], readinessProbe } }),
  );

testRule('kubernetes/probe-port', {
  wrong: [
    [
      'a port that the container does not have',
      probing({ httpGet: { port: 'htpp' } }),
      'the readinessProbe of "main" asks port "htpp", which the container does not have. Did you mean "http"?',
    ],
  ],
  right: {
    'a name': probing({ tcpSocket: { port: 'http' } }),
    'a number': probing({ httpGet: { port: 81 } }),
    'a command': probing({ exec: { command: ['true'] } }),
  },
});
