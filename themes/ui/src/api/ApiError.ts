/* SPDX-License-Identifier: Apache-2.0 */

/** What a step-up has to ask for (RFC 9470). */
export type Challenge = {
  acrValues?: string;
  maxAge?: string;
  /** The level that no login can reach now: logging in again would lead back here. */
  unreachable?: string;
};

/** The server's refusal, in its own words. */
export class ApiError extends Error {
  override readonly name = "ApiError";

  private constructor(
    readonly status: number,
    /** The code of the contract, such as `not_an_approver`; empty when the answer has none. */
    readonly code: string,
    message: string,
    /** Only when a newer or stronger login is wanted. */
    readonly challenge?: Challenge,
    /** Seconds to wait before asking again. */
    readonly retryAfter?: number,
    /** What the message names, by name, to say it in another language. */
    readonly params: Record<string, string> = {},
  ) {
    super(message);
  }

  static async of(response: Response): Promise<ApiError> {
    const { error, errorMessage, params, unreachable } = await words(response);
    const retryAfter = response.headers.get("Retry-After");
    return new ApiError(
      response.status,
      error ?? "",
      errorMessage ??
        `${String(response.status)} ${response.statusText}`.trim(),
      challenge(response.headers.get("WWW-Authenticate") ?? "", unreachable),
      retryAfter === null ? undefined : Number(retryAfter),
      params,
    );
  }
}

type Words = {
  error?: string;
  errorMessage?: string;
  params?: Record<string, string>;
  unreachable?: string;
};

const words = async (response: Response): Promise<Words> => {
  const text = await response.text();
  try {
    return JSON.parse(text) as Words;
  } catch {
    // A proxy's page or nothing at all: the status has to do.
    return {};
  }
};

const challenge = (
  header: string,
  unreachable?: string,
): Challenge | undefined => {
  const parameter = (name: string) =>
    new RegExp(`\\b${name}="([^"]*)"`).exec(header)?.[1];
  return parameter("error") === "insufficient_user_authentication"
    ? {
        acrValues: parameter("acr_values"),
        maxAge: parameter("max_age"),
        ...(unreachable !== undefined && { unreachable }),
      }
    : undefined;
};
