/** How Stakater's Reloader watches a workload. */
export type ReloaderProps =
  /** Every ConfigMap and Secret that its Pods use. */
  | 'auto'
  /** These only, by name. */
  | { readonly configMaps?: readonly string[]; readonly secrets?: readonly string[] };

/** Annotations as Reloader v1.4.21 reads them (internal/pkg/options/flags.go). */
export function reloaderAnnotations(props: ReloaderProps | undefined): Record<string, string> {
  if (props === undefined) return {};
  if (props === 'auto') return { 'reloader.stakater.com/auto': 'true' };
  return {
    ...(props.configMaps ? { 'configmap.reloader.stakater.com/reload': props.configMaps.join(',') } : {}),
    ...(props.secrets ? { 'secret.reloader.stakater.com/reload': props.secrets.join(',') } : {}),
  };
}
