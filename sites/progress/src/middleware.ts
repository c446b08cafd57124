import { defineMiddleware } from "astro:middleware";
import { unbroken } from "./format/unbroken.ts";

/** What is done to every page alike, once it is drawn. */
export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next();
  if (!response.headers.get("content-type")?.startsWith("text/html")) return response;
  return new Response(unbroken(await response.text()), response);
});
