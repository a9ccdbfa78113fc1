import { build } from './house/build.mjs';
import { install, requireNode } from './house/install.mjs';

requireNode();
await install();
if (!(await build())) console.log('The build is up to date.');
