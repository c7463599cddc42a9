import { seedsOfTheBuild } from './build.ts';

seedsOfTheBuild(import.meta.filename);
