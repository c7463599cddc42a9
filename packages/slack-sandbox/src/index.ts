/** A Slack workspace on this machine: its Web API, Socket Mode, signed HTTP, and the people in it. */
export { startSandbox } from './start.ts';
export { checkPageCanBeBuilt } from './browser/page-files.ts';
export type { RunningSandbox, SandboxAdmin, SandboxSettings } from './start.ts';
export type { SocketControl } from './delivery/socket.ts';
export type { RealTime } from './real-time.ts';
export type * from './contract.ts';
