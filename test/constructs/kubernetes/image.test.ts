import { image } from '../../../constructs/kubernetes/image';

const digest = `sha256:${'a'.repeat(64)}`;

test.each([
  `docker.io/itzg/minecraft-server:2026.9.2-java25@${digest}`,
  `busybox:1.38.0@${digest}`,
  `registry.example.com:5000/team/app_one/web:v1@${digest}`,
])('%s', (reference) => expect(image(reference)).toBe(reference));

test.each([
  ['busybox', 'no image with a tag'],
  ['registry.example.com:5000/app', 'no image with a tag'],
  [`busybox@${digest}`, 'no image with a tag'],
  ['busybox:1@sha256:abc', 'no image with a tag'],
  ['Busybox:1', 'no image with a tag'],
  [`busybox:latest@${digest}`, 'whatever was pushed last'],
  ['busybox:1.38.0', 'may be another image tomorrow'],
])('%s is refused', (reference, message) => expect(() => image(reference)).toThrow(message));
