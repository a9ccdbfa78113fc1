import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Command, DONE, isMisuse, MISUSE, type Output, REFUSED } from './command';

const folder = fileURLToPath(new URL('./commands/', import.meta.url));
const commandFile = /^[a-z]+(-[a-z]+)*\.ts$/;

const io: Output = {
  out: (text) => void process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
  err: (text) => void process.stderr.write(text.endsWith('\n') ? text : `${text}\n`),
};

// `portal … | head` closes the pipe early; that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(DONE);
  throw error;
});

process.exitCode = await runPortal(process.argv.slice(2));

async function runPortal(words: string[]): Promise<number> {
  const [first] = words;
  if (first === undefined || first === 'help' || first === '--help' || first === '-h') {
    io.out(await overview());
    return first === undefined ? MISUSE : DONE;
  }
  const found = findFile(words);
  if (!found) {
    io.err(`There is no command "${words.filter((word) => !word.startsWith('-')).join(' ')}".`);
    io.err('`npm run -s portal -- --help` lists those there are.');
    return MISUSE;
  }
  const command = await load(found.file);
  const args = words.slice(found.words);
  if (args.includes('--help') || args.includes('-h')) {
    io.out(help(command));
    return DONE;
  }
  return runCommand(command, args);
}

async function runCommand(command: Command, args: string[]): Promise<number> {
  try {
    return await command.run(args, io);
  } catch (error) {
    if (isMisuse(error)) {
      io.err(`${command.name}: ${error.message}`);
      if (command.usage) io.err(command.usage);
      return MISUSE;
    }
    io.err(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return REFUSED;
  }
}

/** The longest run of leading words that names a command: `kpi import a.csv` is `kpi-import.ts` with one argument. */
function findFile(words: string[]): { file: string; words: number } | undefined {
  for (const count of [3, 2, 1]) {
    const file = `${words.slice(0, count).join('-')}.ts`;
    if (words.length >= count && commandFile.test(file) && existsSync(`${folder}${file}`)) {
      return { file, words: count };
    }
  }
  return undefined;
}

async function load(file: string): Promise<Command> {
  const module: unknown = await import(pathToFileURL(`${folder}${file}`).href);
  if (isCommandModule(module)) return module.command;
  throw new Error(`scripts/commands/${file} does not export a command`);
}

function isCommandModule(module: unknown): module is { command: Command } {
  return typeof module === 'object' && module !== null && 'command' in module;
}

async function overview(): Promise<string> {
  const files = readdirSync(folder).filter((file) => commandFile.test(file));
  const commands = await Promise.all(files.sort().map(load));
  const width = Math.max(0, ...commands.map((command) => command.name.length));
  return [
    'npm run -s portal -- COMMAND',
    '',
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    '',
    'COMMAND --help says more. Exit 0 done, 1 refused, 2 misuse; --json prints one JSON document.',
  ].join('\n');
}

function help(command: Command): string {
  return [
    `${command.name}: ${command.summary}`,
    ...(command.usage ? ['', command.usage] : []),
  ].join('\n');
}
