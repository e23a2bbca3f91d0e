import { EDGE, gateway, route, TCP, web } from '../../helpers/gateway';
import { testRule } from '../../helpers/rule';

const section = (sectionName: string) => ({ parentRefs: [{ name: 'edge', sectionName }] });
const other = { ...TCP, name: 'other', port: 25566 };

testRule(
  'gateway/one-stream-route',
  {
    wrong: [
      [
        'two on one listener',
        (app) => {
          web(app);
          gateway(app, [TCP]);
          route(app, 'TCPRoute', 'a', section('game'));
          route(app, 'TCPRoute', 'b', section('game'));
        },
        'TCPRoute app/b wants listener "game" of Gateway app/edge, which TCPRoute app/a has',
      ],
      [
        'all listeners at once',
        (app) => {
          web(app);
          gateway(app, [TCP, other]);
          route(app, 'TCPRoute', 'a');
        },
        'names no listener of Gateway app/edge, and takes all of them: "game", "other"',
      ],
    ],
    right: {
      'one each': (app) => {
        web(app);
        gateway(app, [TCP, other]);
        route(app, 'TCPRoute', 'a', section('game'));
        route(app, 'TCPRoute', 'b', section('other'));
      },
    },
  },
  EDGE,
);
