import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** A certificate that signs itself, and its key: both in PEM, made anew, so that no key stands in git. */
export interface KeyPair {
  readonly certificate: string;
  readonly key: string;
}

/** @param until the day it is valid until, as `YYMMDD`; it is valid from 2020 on */
export function keyPair(until = '491231'): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return { certificate: pem('CERTIFICATE', certificate(publicKey, privateKey, until)), key };
}

/** X.509 in DER: tags, lengths and values, as RFC 5280 has them. */
const der = (tag: number, ...parts: readonly Buffer[]) => {
  const body = Buffer.concat(parts);
  const length = body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
};
const sequence = (...parts: readonly Buffer[]) => der(0x30, ...parts);
const hex = (tag: number, value: string) => der(tag, Buffer.from(value, 'hex'));
const text = (tag: number, value: string) => der(tag, Buffer.from(value));

function certificate(publicKey: KeyObject, privateKey: KeyObject, until: string): Buffer {
  const ecdsaWithSha256 = sequence(hex(0x06, '2a8648ce3d040302'));
  const commonName = sequence(der(0x31, sequence(hex(0x06, '550403'), text(0x0c, 'a test'))));
  const validity = sequence(text(0x17, '200101000000Z'), text(0x17, `${until}000000Z`));
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const body = sequence(hex(0x02, '01'), ecdsaWithSha256, commonName, validity, commonName, key);
  return sequence(body, ecdsaWithSha256, der(0x03, Buffer.from([0]), sign('sha256', body, privateKey)));
}

function pem(label: string, data: Buffer): string {
  return `-----BEGIN ${label}-----\n${data.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END ${label}-----\n`;
}
