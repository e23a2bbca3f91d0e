/**
 * A health check for Application, so that sync waves between applications wait. Argo CD has none of its own since
 * 1.8, and the one in its documentation passes on a stale verdict: right after a commit a child still shows the
 * health of the revision before. This one answers Progressing until
 *
 * - the child was compared with the source and destination that its spec has now,
 * - no operation runs, and the verdict is newer than the last operation,
 * - it is Synced, or its last operation succeeded at the compared revision.
 *
 * A child that a person syncs by hand is not waited for: the app-of-apps would hang until somebody does.
 *
 * Custom health checks have Lua's base and table libraries only (no `string`), hence the plain style. Zero values
 * count as absent: the controller writes `comparedTo` without them. Source: Argo CD v3.5.1, util/lua/lua.go,
 * controller/state.go and controller/appcontroller.go.
 */
export const applicationHealth = `local function blank(value)
  if value == nil or value == "" or value == false or value == 0 then return true end
  if type(value) ~= "table" then return false end
  for _, item in pairs(value) do
    if not blank(item) then return false end
  end
  return true
end
local function same(a, b)
  if blank(a) and blank(b) then return true end
  if type(a) ~= "table" or type(b) ~= "table" then return a == b end
  for key, item in pairs(a) do
    if not same(item, b[key]) then return false end
  end
  for key, item in pairs(b) do
    if a[key] == nil and not blank(item) then return false end
  end
  return true
end
local function progressing(message)
  return { status = "Progressing", message = message }
end
local spec = obj.spec or {}
local automated = (spec.syncPolicy or {}).automated
if automated == nil or automated.enabled == false then
  return { status = "Healthy", message = "Synced by hand: not waited for" }
end
local status = obj.status
if status == nil or status.sync == nil or blank(status.sync.status) then
  return progressing("Waiting for the first comparison")
end
for _, condition in ipairs(status.conditions or {}) do
  if condition.type == "InvalidSpecError" or condition.type == "ComparisonError" then
    return progressing(condition.type .. ": " .. tostring(condition.message))
  end
end
local compared = status.sync.comparedTo or {}
if blank(spec.sources) then
  if not same(spec.source, compared.source) then return progressing("Waiting for a comparison with the new source") end
elseif not same(spec.sources, compared.sources) then
  return progressing("Waiting for a comparison with the new sources")
end
if not same(spec.destination, compared.destination) then
  return progressing("Waiting for a comparison with the new destination")
end
local operation = status.operationState or {}
if obj.operation ~= nil or operation.phase == "Running" or operation.phase == "Terminating" then
  return progressing("An operation is running")
end
if operation.finishedAt ~= nil and (status.reconciledAt == nil or status.reconciledAt < operation.finishedAt) then
  return progressing("Waiting for a comparison after the last operation")
end
if status.sync.status ~= "Synced" then
  local result = operation.syncResult or {}
  local current = operation.phase == "Succeeded" and status.sync.status ~= "Unknown"
    and same(result.revision, status.sync.revision) and same(result.revisions, status.sync.revisions)
  if not current then return progressing("Not synced yet") end
end
local health = status.health or {}
if blank(health.status) then return progressing("Waiting for the health of its resources") end
return { status = health.status, message = health.message }
`;
