import { z } from "zod";

/** A text in both languages of the portal, Vietnamese first. */
export const LocalText = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
export type LocalText = z.infer<typeof LocalText>;

export const languages = ["vi", "en"] as const;
export type Language = (typeof languages)[number];
