import { Construct } from 'constructs';
import { ENVOY_GATEWAY_GROUP } from '../../facts/envoy-gateway';
import type { ExtensionFilter } from '../gateway/http-filter';
import { envoyObject } from './api-object';

/** What Gateway API's own filters cannot do. */
export type HttpRouteFilterProps = (
  | {
      /** Writes the path anew by a pattern. @default - not */
      readonly regexRewrite: { readonly pattern: string; readonly substitution: string };
    }
  | {
      /** Answers by itself. */
      readonly directResponse: { readonly statusCode?: number; readonly contentType?: string; readonly body?: string };
    }
  | {
      /** Puts a credential into a header; a Secret with the key `credential`, of the route's namespace. */
      readonly credentialInjection: { readonly secret: string; readonly header?: string };
    }
) & {
  /** @default - the construct's id */
  readonly name?: string;
};

/** An HTTPRouteFilter of Envoy Gateway: routes of its namespace use it by `extension(…)`. */
export class HttpRouteFilter extends Construct implements ExtensionFilter {
  readonly group = ENVOY_GATEWAY_GROUP;
  readonly kind = 'HTTPRouteFilter';
  readonly name: string;

  constructor(scope: Construct, id: string, props: HttpRouteFilterProps) {
    super(scope, `http-route-filter-${id}`);
    this.name = props.name ?? id;
    envoyObject(this, this.kind, this.name, toSpec(props));
  }
}

function toSpec(props: HttpRouteFilterProps): object {
  if ('regexRewrite' in props) {
    return { urlRewrite: { path: { type: 'ReplaceRegexMatch', replaceRegexMatch: props.regexRewrite } } };
  }
  if ('directResponse' in props) {
    const { body, ...response } = props.directResponse;
    return { directResponse: { ...response, body: body === undefined ? undefined : { type: 'Inline', inline: body } } };
  }
  const { secret, header } = props.credentialInjection;
  return { credentialInjection: { header, credential: { valueRef: { kind: 'Secret', name: secret } } } };
}
