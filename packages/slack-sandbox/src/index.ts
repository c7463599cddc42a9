/** Slack workspaces on this machine, one or several: their Web API, Socket Mode, signed HTTP, and the people in them. */
export { startSandbox } from './start.ts';
export { startSeveral } from './several/start.ts';
export type { Organisation, SandboxOfSeveral, SeveralSettings, Where } from './several/contract.ts';
export type { WorkspaceHandle } from './handle.ts';
export { checkPageCanBeBuilt } from './browser/page-files.ts';
export type { RunningSandbox, SandboxAdmin, SandboxSettings } from './start.ts';
export type { SocketControl } from './delivery/socket.ts';
export type { RealTime } from './real-time.ts';
export type * from './contract.ts';
