/** Argo CD v3.5 has no health check for Kyverno's kinds of CEL. A policy that does not compile is not ready. */
export const policyHealth = `local condition = (obj.status or {}).conditionStatus or {}
if condition.ready then return { status = "Healthy", message = "Ready" } end
for _, each in ipairs(condition.conditions or {}) do
  if each.status == "False" then
    return { status = "Degraded", message = each.type .. ": " .. (each.message or each.reason or "") }
  end
end
return { status = "Progressing", message = condition.message or "Kyverno has not looked at it yet" }
`;
