/* SPDX-License-Identifier: Apache-2.0 */
import { http, HttpResponse } from "msw";
import { describe, expect, it } from "vitest";
import { admin, network, REALM, SERVER } from "../test/network";
import { createApi } from "./client";
import { fetchRequest } from "./requests";
import { allShown, shown } from "./shown";

describe("what is shown", () => {
  it.each([
    0x00, 0x1b, 0x7f, 0xad, 0x034f, 0x061c, 0x1160, 0x180e, 0x200b, 0x200c,
    0x200d, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2060,
    0x2066, 0x2067, 0x2068, 0x2069, 0x2800, 0x3164, 0xd800, 0xdfff, 0xe000,
    0xfdd0, 0xfe00, 0xfeff, 0xffa0, 0xfff9, 0xe0001, 0xe0041, 0xe0100, 0x10ffff,
  ])("marks a character that hides: %i", (point) => {
    expect(shown(`li${String.fromCodePoint(point)}n`)).toBe("li\uFFFDn");
  });

  it.each(["\uFE0E", "\uFE0F"])(
    "marks a form of emoji where there is none: %j",
    (form) => {
      expect(shown(`sample-app${form}`)).toBe("sample-app\uFFFD");
      expect(shown(`\u2764${form}${form}`)).toBe(`\u2764${form}\uFFFD`);
    },
  );

  it.each(["\n", "\r\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029"])(
    "ends lines alike: %j",
    (separator) => {
      expect(shown(`one${separator}two`)).toBe("one\ntwo");
    },
  );

  it.each(["Straße\t{0} <b>", "مریم", "אב", "नीता", "林　雪", "😀 ❤️", "é"])(
    "keeps what shows: %s",
    (text) => {
      expect(shown(text)).toBe(text);
    },
  );

  it("is all of a value", () => {
    expect(
      allShown({ a: ["x\u202e", { "b\u200b": "y\u2066" }], c: 1, d: null }),
    ).toEqual({ a: ["x\uFFFD", { "b\uFFFD": "y\uFFFD" }], c: 1, d: null });
  });

  it("is what the server's answers come as, refusals too", async () => {
    network.use(
      http.get(admin("requests/1"), () =>
        HttpResponse.json({ subject: { username: "li\u202en" } }),
      ),
      http.get(admin("requests/2"), () =>
        HttpResponse.json(
          { error: "not_found", errorMessage: "No \u2067such" },
          { status: 404 },
        ),
      ),
    );
    const api = createApi(SERVER, REALM, () => Promise.resolve("token"));

    await expect(fetchRequest(api, "1")).resolves.toEqual({
      subject: { username: "li\uFFFDn" },
    });
    await expect(fetchRequest(api, "2")).rejects.toThrow("No \uFFFDsuch");
  });
});
