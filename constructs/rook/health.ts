import { BLOCK_POOL, FILESYSTEM, OBJECT_STORE_USER, SUB_VOLUME_GROUP } from '../../facts/rook';

/** Kinds that Argo CD v3.4 has no health check for; it has one for CephCluster, CephObjectStore and ObjectBucketClaim. */
export const HEALTH_KINDS = [BLOCK_POOL, FILESYSTEM, SUB_VOLUME_GROUP, OBJECT_STORE_USER];

/** Ready once Rook has made it; what waits for it (a class, a claim) comes in a later wave. */
export const cephHealth = `local phase = (obj.status or {}).phase
if phase == "Ready" then return { status = "Healthy", message = "Ready" } end
if phase == "Failure" or phase == "ReconcileFailed" then
  return { status = "Degraded", message = phase .. ": see the operator's log" }
end
return { status = "Progressing", message = phase or "Rook has not looked at it yet" }
`;
