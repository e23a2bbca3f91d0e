import { createHash } from 'node:crypto';
import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';

export interface ConfigMapProps {
  /** The files or settings, by name. Nothing secret: git is read by many. */
  readonly data: Readonly<Record<string, string>>;
  /** @default - the construct's id */
  readonly name?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A ConfigMap. */
export class ConfigMap extends Construct {
  readonly kind = 'ConfigMap';
  readonly name: string;
  /** What is in it, in short: it changes when the data does. */
  readonly checksum: string;

  constructor(scope: Construct, id: string, props: ConfigMapProps) {
    super(scope, `config-map-${id}`);
    this.name = props.name ?? id;
    const { data, labels, annotations } = props;
    this.checksum = createHash('sha256')
      .update(JSON.stringify(Object.entries(data).sort()))
      .digest('hex')
      .slice(0, 12);
    new ApiObject(this, 'Default', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: this.name, labels, annotations },
      data,
    });
  }
}
