import { sha256 } from "../deliver/send.ts";
import { DeliverRefusal } from "../refusal.ts";
import { type ReleaseFile, type ReleaseManifest, SERVER_SETTINGS } from "../release/manifest.ts";
import { inParallel } from "../workers.ts";
import { type Answer, ask } from "./ask.ts";
import { headerComplaints, securityComplaints } from "./expected-headers.ts";
import type { Finding } from "./finding.ts";
import { linkComplaints } from "./links.ts";

type Complaint = Omit<Finding, "where">;

const PARALLEL = 8;

/**
 * Fetches every file of a release through the portal's public address, plain and packed, and compares it with the list:
 * status, content, content type, caching, security headers, base path, redirects; and asks for what is not there.
 * @param base the address under which the release is public; ends with a slash
 * @throws {DeliverRefusal} where the portal cannot be reached at all
 */
export async function verifyPublic(
  manifest: ReleaseManifest,
  base: URL,
): Promise<{ files: number; findings: Finding[] }> {
  await refuseUnreachable(base);
  const paths = new Set(manifest.files.map(({ path }) => path));
  const files = manifest.files.filter(({ path }) => !isPacked(path, paths) && path !== SERVER_SETTINGS);
  const found = await inParallel(files, PARALLEL, (file) => verifyFile(file, base, paths));
  const others = [await verifyNotFound(manifest, base), await verifyHidden(base), await verifySlash(files, base)];
  return { files: files.length, findings: [...found, ...others].flat() };
}

const isPacked = (path: string, paths: ReadonlySet<string>) =>
  /\.(br|gz)$/.test(path) && paths.has(path.replace(/\.(br|gz)$/, ""));

/** The address of a file: a page is asked for as readers do, without `index.html`. */
function addressOf(path: string, base: URL): URL {
  return new URL(path.replace(/(^|\/)index\.html$/, "$1"), base);
}

async function verifyFile(file: ReleaseFile, base: URL, paths: ReadonlySet<string>): Promise<Finding[]> {
  const url = addressOf(file.path, base);
  const ways = paths.has(`${file.path}.br`) || paths.has(`${file.path}.gz`) ? ["identity", "gzip", "br"] : ["identity"];
  const complaints = new Map<string, Complaint>();
  const otherways: string[] = [];
  for (const way of ways) {
    const { isOther, said } = await judgementOf(file, url, way, base);
    if (isOther) otherways.push(way);
    // The same complaint of each way is said once.
    for (const complaint of said) complaints.set(complaint.en, complaint);
  }
  const content = otherways.length > 0 ? [otherContent(otherways.join(", "))] : [];
  return [...content, ...complaints.values()].map((complaint) => ({ where: url.pathname, ...complaint }));
}

/** Whether the content is another than delivered, and what else there is to say of an answer. */
interface Judgement {
  readonly isOther: boolean;
  readonly said: Complaint[];
}

async function judgementOf(file: ReleaseFile, url: URL, way: string, base: URL): Promise<Judgement> {
  const answer = await ask(url, way).catch((fault: unknown) => faultOf(fault));
  if (typeof answer === "string")
    return { isOther: false, said: [{ vi: `không lấy được (${answer})`, en: `cannot be fetched (${answer})` }] };
  if (answer.status !== 200) return { isOther: false, said: [statusComplaint(answer, url)] };
  const links = file.path.endsWith(".html") ? linkComplaints(answer.bytes.toString("utf8"), base) : [];
  const said = [...headerComplaints(file.path, answer.headers), ...links];
  return { isOther: sha256(answer.bytes) !== file.sha256, said };
}

function statusComplaint({ status, headers }: Answer, url: URL): Complaint {
  const to = headers.get("location");
  if (to === null || status < 300 || status > 399)
    return { vi: `máy chủ trả về ${status}, cần 200`, en: `the server answered ${status}; expected 200` };
  const target = URL.canParse(to, url.href) ? new URL(to, url) : null;
  if (target?.origin === url.origin)
    return { vi: `chuyển hướng đến ${to}, cần 200`, en: `redirects to ${to}; expected 200` };
  return { vi: `chuyển hướng ra ngoài cổng, đến ${to}`, en: `redirects off the origin, to ${to}` };
}

function otherContent(way: string): Complaint {
  return {
    vi: `nội dung khác với bản phát hành (Accept-Encoding: ${way})`,
    en: `its content is not what was delivered (Accept-Encoding: ${way})`,
  };
}

/** A page that does not exist gives our own page that says so, with status 404 and the same safety. */
async function verifyNotFound({ files }: ReleaseManifest, base: URL): Promise<Finding[]> {
  const page = files.find(({ path }) => path === "404.html");
  if (page === undefined) return [];
  const url = new URL("khong-co-trang-nay/", base);
  const answer = await ask(url, "identity");
  const complaints: Complaint[] = securityComplaints("404.html", answer.headers);
  if (answer.status !== 404)
    complaints.push({
      vi: `máy chủ trả về ${answer.status}, cần 404`,
      en: `the server answered ${answer.status}; expected 404`,
    });
  if (sha256(answer.bytes) !== page.sha256)
    complaints.push({ vi: "không phải trang 404.html của bản này", en: "is not the 404.html of this release" });
  return complaints.map((complaint) => ({ where: url.pathname, ...complaint }));
}

/** The server's own settings are nobody's to read. */
async function verifyHidden(base: URL): Promise<Finding[]> {
  const url = new URL(SERVER_SETTINGS, base);
  const { status } = await ask(url, "identity");
  if (status === 403 || status === 404) return [];
  return [{ where: url.pathname, vi: `ai cũng đọc được (${status})`, en: `can be read by anybody (${status})` }];
}

/** A server behind a proxy likes to send readers who forget the last slash to its own inner name and port. */
async function verifySlash(files: readonly ReleaseFile[], base: URL): Promise<Finding[]> {
  const page = files.find(({ path }) => path.endsWith("/index.html"));
  if (page === undefined) return [];
  const url = new URL(page.path.replace(/\/index\.html$/, ""), base);
  const { status, headers } = await ask(url, "identity");
  const to = headers.get("location");
  if (status === 200 || (to !== null && new URL(to, url).href === `${url.href}/`)) return [];
  return [
    {
      where: url.pathname,
      vi: `chuyển hướng đến ${to ?? status}`,
      en: `redirects to ${to ?? status}; expected ${url.pathname}/`,
    },
  ];
}

async function refuseUnreachable(base: URL): Promise<void> {
  await ask(base, "identity").catch((cause: unknown) => {
    throw new DeliverRefusal(
      base.href,
      `không kết nối được với cổng (${faultOf(cause)}); hãy xem lại --url và máy chủ web`,
      `the portal cannot be reached (${faultOf(cause)}); look into --url and the web server`,
      { kind: "later", cause },
    );
  });
}

function faultOf(fault: unknown): string {
  const cause = fault instanceof Error && fault.cause instanceof Error ? fault.cause : fault;
  return cause instanceof Error ? cause.message : String(cause);
}
