import type { Environment } from '@marcbachmann/cel-js';
import { parseImage } from '../image';

/** An image as Kyverno's CEL library has it. Source: Kyverno SDK, cel/libs/image (Kyverno v1.19). */
class Image {
  constructor(readonly parts: NonNullable<ReturnType<typeof parseImage>>) {}
}

const read = (text: string): Image => {
  const parts = parseImage(text);
  if (parts === undefined) throw new Error(`"${text}" is no image`);
  return new Image(parts);
};

/** Registers `image()` and what it offers. */
export function registerImages(environment: Environment): void {
  environment
    .registerType('Image', { ctor: Image, fields: {} })
    .registerFunction('image(string): Image', read)
    .registerFunction('parseImageReference(string): Image', read)
    .registerFunction('isImage(string): bool', (text: string) => parseImage(text) !== undefined)
    .registerFunction('Image.registry(): string', ({ parts }: Image) => parts.registry)
    .registerFunction('Image.repository(): string', ({ parts }: Image) => parts.repository)
    .registerFunction('Image.tag(): string', ({ parts }: Image) => parts.tag ?? '')
    .registerFunction('Image.digest(): string', ({ parts }: Image) => parts.digest ?? '')
    .registerFunction('Image.identifier(): string', ({ parts }: Image) => parts.digest ?? parts.tag ?? 'latest')
    .registerFunction('Image.containsDigest(): bool', ({ parts }: Image) => parts.digest !== undefined);
}
