import { createPrivateKey, X509Certificate } from 'node:crypto';

/** A part of a PEM text. */
interface Block {
  readonly label: string;
  readonly text: string;
}

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----[\s\S]*?-----END \1-----/g;

function blocksOf(pem: string): Block[] {
  return [...pem.matchAll(BLOCK)].map(([text, label = '']) => ({ label, text }));
}

/** What is wrong with a certificate and its key. */
export function keyPairProblem(certificate: string, key: string): string | undefined {
  const chain = blocksOf(certificate);
  if (chain.length === 0) return 'tls.crt holds no certificate';
  const [leaf] = chain.map(({ text }) => parsed(text));
  if (!chain.every(({ text }) => parsed(text))) return 'tls.crt holds something that is no certificate';
  const old = chain.map(({ text }) => parsed(text)).find((certificate) => certificate && isOver(certificate));
  if (old) return `tls.crt holds a certificate that was valid until ${old.validTo}`;
  const block = blocksOf(key).find(({ label }) => label.endsWith('PRIVATE KEY'));
  if (!block) return 'tls.key holds no private key';
  try {
    if (leaf && !leaf.checkPrivateKey(createPrivateKey(block.text))) return 'tls.key is not the key of tls.crt';
  } catch {
    return 'tls.key holds something that is no private key';
  }
  return undefined;
}

/** Whether a text holds a certificate that is valid yet; a bundle may hold others that are not. */
export function hasCertificate(pem: string): boolean {
  return blocksOf(pem).some(({ text }) => {
    const certificate = parsed(text);
    return certificate !== undefined && !isOver(certificate);
  });
}

/** What is over stays so: a check that fails for it today fails tomorrow, too. */
const isOver = ({ validTo }: X509Certificate) => Date.parse(validTo) < Date.now();

function parsed(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
}
