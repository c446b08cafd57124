import { expect, test } from "vitest";
import { embedCode } from "../src/format/embed-code.ts";

test("a name with quotes and markup stays within the title of the frame", () => {
  expect(embedCode("https://a.vn/embed/02/", `"><script>alert(1)</script>`)).toBe(
    '<iframe src="https://a.vn/embed/02/" title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;" width="100%" height="560" loading="lazy"></iframe>',
  );
});
