import { Construct } from 'constructs';
import { metalLbObject } from './api-object';

export interface BfdProfileProps {
  /** Milliseconds between signs that are expected. @default 300 */
  readonly receiveInterval?: number;
  /** Milliseconds between signs that are given. @default 300 */
  readonly transmitInterval?: number;
  /** How many may be missing. @default 3 */
  readonly detectMultiplier?: number;
  /** @default false */
  readonly echoMode?: boolean;
  /** Waits for the other side to begin. @default false */
  readonly passiveMode?: boolean;
  /** For sessions over several hops: the least TTL that is taken. @default 254 */
  readonly minimumTtl?: number;
  /** @default - the construct's id */
  readonly name?: string;
}

/** A BFDProfile: how fast a dead router is noticed. It needs FRR. */
export class BfdProfile extends Construct {
  readonly kind = 'BFDProfile';
  readonly name: string;

  constructor(scope: Construct, id: string, props: BfdProfileProps = {}) {
    super(scope, `bfd-profile-${id}`);
    const { name, ...spec } = props;
    this.name = name ?? id;
    metalLbObject(this, this.kind, this.name, spec);
  }
}
