import { z } from 'zod';
import { menuChoices } from './commands.ts';

const pixels = z.number().int().min(0).max(100_000);

/**
 * A system menu at a place in the page (CSS pixels). The page names the choices and carries out the chosen one. None of
 * its own text gets into the menu.
 */
export const menuSchema = z.object({
  choices: z.array(z.enum(menuChoices)).min(1).max(menuChoices.length),
  at: z.object({ x: pixels, y: pixels }),
});
export type MenuRequest = z.infer<typeof menuSchema>;
