import { Construct } from 'constructs';
import { metalLbObject } from './api-object';

export interface CommunityProps {
  /** Names for communities: `{ 'no-export': '65535:65281' }`. */
  readonly communities: Readonly<Record<string, string>>;
  /** @default - the construct's id */
  readonly name?: string;
}

/** A Community: names for BGP communities, that advertisements use. */
export class Community extends Construct {
  readonly kind = 'Community';
  readonly name: string;

  constructor(scope: Construct, id: string, props: CommunityProps) {
    super(scope, `community-${id}`);
    this.name = props.name ?? id;
    const communities = Object.entries(props.communities).map(([name, value]) => ({ name, value }));
    metalLbObject(this, this.kind, this.name, { communities });
  }
}
