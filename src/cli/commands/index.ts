import { asksCommand } from './asks.ts';
import { backupCommand } from './backup.ts';
import { behavioursCommand } from './behaviours.ts';
import type { CommandLineCommand } from './command.ts';
import { daysOffCommand } from './days-off.ts';
import { digestCommand } from './digest.ts';
import { doctorCommand } from './doctor.ts';
import { explainCommand } from './explain.ts';
import { importCommand } from './import.ts';
import { mappingsCommand } from './mappings.ts';
import { moveCommand } from './move.ts';
import { peopleCommand } from './people.ts';
import { restoreCommand } from './restore.ts';
import { settingsCommand } from './settings.ts';
import { statusCommand } from './status.ts';
import { workspacesCommand } from './workspaces.ts';

/** Everything that the command line can do, in the order of its help. */
export const commands: readonly CommandLineCommand[] = [
  importCommand,
  peopleCommand,
  mappingsCommand,
  daysOffCommand,
  digestCommand,
  explainCommand,
  behavioursCommand,
  asksCommand,
  settingsCommand,
  workspacesCommand,
  statusCommand,
  doctorCommand,
  backupCommand,
  restoreCommand,
  moveCommand,
];
