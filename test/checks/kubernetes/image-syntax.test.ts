import { deployment, raw } from '../../helpers/cluster';
import { type Fill, testRule } from '../../helpers/rule';

const image =
  (name: string): Fill =>
  (app) =>
    raw(app, 'web', deployment('web', { container: { image: name } }));

testRule('kubernetes/image-syntax', {
  wrong: [
    ['capitals', image('ghcr.io/Team/App:1.2'), 'runs the image "ghcr.io/Team/App:1.2", which is no reference'],
    ['an empty tag', image('nginx:'), 'runs the image "nginx:"'],
    ['a blank', image('nginx :1.2'), 'runs the image "nginx :1.2"'],
  ],
  right: {
    'a tag and a digest': image(`registry.example.com:5000/team/app:1.2.3@sha256:${'a'.repeat(64)}`),
    'a short name': image('nginx:1.27'),
  },
});
