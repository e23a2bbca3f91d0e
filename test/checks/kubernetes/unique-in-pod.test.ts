import { deployment, raw } from '../../helpers/cluster';
import { testRule } from '../../helpers/rule';

const container = (part: object) => (app: Parameters<typeof raw>[0]) =>
  void raw(app, 'd', deployment('web', { container: part }));
const spec = (part: object) => (app: Parameters<typeof raw>[0]) =>
  void raw(app, 'd', deployment('web', { spec: part }));
const two = {
  name: 'a',
  image: 'busybox:1',
  securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
};

testRule('kubernetes/unique-in-pod', {
  wrong: [
    ['containers', spec({ containers: [two, two] }), 'has two containers "a"'],
    [
      'volumes',
      spec({
        volumes: [
          { name: 'v', emptyDir: {} },
          { name: 'v', emptyDir: {} },
        ],
      }),
      'has two volumes "v"',
    ],
    [
      'environment',
      container({
        env: [
          { name: 'A', value: '1' },
          { name: 'A', value: '2' },
        ],
      }),
      'has two environment variables "A"',
    ],
    ['ports', container({ ports: [{ containerPort: 80 }, { containerPort: 80 }] }), 'has two ports "80/TCP"'],
    [
      'port names',
      container({
        ports: [
          { name: 'x', containerPort: 1 },
          { name: 'x', containerPort: 2 },
        ],
      }),
      'has two ports "x"',
    ],
  ],
  right: {
    'one port for TCP and UDP': container({ ports: [{ containerPort: 53 }, { containerPort: 53, protocol: 'UDP' }] }),
  },
});
