import { Construct } from 'constructs';
import { ConfigMap } from '../../constructs/kubernetes/config-map';
import type { Mount } from '../../constructs/kubernetes/container';
import { Service, type ServicePort } from '../../constructs/kubernetes/service';
import type { StatefulSet } from '../../constructs/kubernetes/stateful-set';
import { configMapVolume } from '../../constructs/kubernetes/volume';

/**
 * The server's map in a browser: BlueMap as a plugin of the server, so that the map shows who plays where. It
 * listens only once its configuration accepts the download of Mojang's client.
 */
export class BlueMap extends Construct {
  /** BlueMap's own default. */
  static readonly port = 8100;
  /** Of routes to it: the page listens for players for as long as it is open; Envoy would end that after 15 s. */
  static readonly timeouts = { request: '0s' } as const;
  /** The plugin, by its version on Modrinth; `SYNC_SKIP…` lets git win over what is on the volume. */
  static readonly environment = {
    MODRINTH_PROJECTS: 'bluemap:5.23-paper',
    SYNC_SKIP_NEWER_IN_DESTINATION: 'false',
  } as const;

  private readonly service: Service<'minecraft' | 'bluemap', 'bluemap'>;

  constructor(scope: Construct, id: string, props: { readonly server: StatefulSet<'minecraft' | 'bluemap'> }) {
    super(scope, id);
    this.service = new Service(this, id, {
      workload: props.server,
      ports: { bluemap: { appProtocol: 'http' } },
    });
  }

  /** The plugin's settings, where the image picks them up: one file by subPath, since it copies whole folders with their links. */
  static config(scope: Construct, server: string): Mount {
    const map = new ConfigMap(scope, `${server}-bluemap-config`, { data: { 'core.conf': CORE_CONF } });
    return {
      volume: configMapVolume(map),
      path: '/plugins/BlueMap/core.conf',
      subPath: 'core.conf',
      readOnly: true,
    };
  }

  /** The port of the map's web server. */
  get port(): ServicePort {
    return this.service.port('bluemap');
  }
}

/** What is not said keeps BlueMap's default. Accepting the download is accepting Mojang's EULA, as EULA=TRUE does. */
const CORE_CONF = `accept-download: true
metrics: false
render-thread-count: 1
`;
