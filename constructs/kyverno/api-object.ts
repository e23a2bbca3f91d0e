import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { CEL_GROUP, CLASSIC_GROUP } from '../../facts/kyverno';

/** What people and reports read of a policy: its annotations. */
export interface PolicyText {
  /** A few words: "Disallow Privileged Containers". */
  readonly title?: string;
  /** What it asks, and why. */
  readonly description?: string;
  /** The heading under which reports show it: "Pod Security Standards (Baseline)". */
  readonly category?: string;
  /** How bad a violation is. */
  readonly severity?: 'critical' | 'high' | 'medium' | 'low' | 'info';
  /** The kinds it is about, for people. */
  readonly subject?: string;
}

export interface PolicyProps extends PolicyText {
  /** The object's name. @default - the construct's id */
  readonly name?: string;
  /** More annotations. @default - none */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** An object of Kyverno's kinds of CEL. */
export function celObject(scope: Construct, kind: string, id: string, props: PolicyProps, spec: object): ApiObject {
  return policyObject(scope, `${CEL_GROUP}/v1`, kind, id, props, spec);
}

/** An object of Kyverno's classic kinds, which ends with Kyverno 1.20. */
export function classicObject(
  scope: Construct,
  version: 'v1' | 'v2',
  kind: string,
  id: string,
  props: PolicyProps,
  spec: object,
): ApiObject {
  return policyObject(scope, `${CLASSIC_GROUP}/${version}`, kind, id, props, spec);
}

function policyObject(
  scope: Construct,
  apiVersion: string,
  kind: string,
  id: string,
  props: PolicyProps,
  spec: object,
): ApiObject {
  const { name = id } = props;
  const annotations = { ...annotationsOf(props), ...props.annotations };
  const metadata = { name, ...(Object.keys(annotations).length > 0 ? { annotations } : {}) };
  return new ApiObject(scope, 'Default', { apiVersion, kind, metadata, spec });
}

const TEXTS = ['title', 'category', 'severity', 'subject', 'description'] as const;

function annotationsOf(text: PolicyText): Record<string, string> {
  const said = TEXTS.filter((key) => text[key] !== undefined);
  return Object.fromEntries(said.map((key) => [`policies.kyverno.io/${key}`, text[key] as string]));
}
