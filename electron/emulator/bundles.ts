import { iso8601 } from './dates.ts';
import { invalidParameter, TwilioError } from './errors.ts';
import { metaBody, paginate } from './paging.ts';
import { isoCountryParam, numberTypeParam } from './regulatoryParams.ts';
import { requested, type Handler, type RestRequest } from './rest.ts';
import { isSid } from './sids.ts';
import { bundleStatuses, type BundleState } from './state.ts';
import type { World } from './world.ts';

const subresources: Readonly<Record<string, string>> = {
  evaluations: 'Evaluations',
  item_assignments: 'ItemAssignments',
  bundle_copies: 'Copies',
};

/**
 * `GET /v2/RegulatoryCompliance/Bundles` (numbers.twilio.com): newest first, paged with `meta`. 400: 22203 for an
 * invalid Status, 20001 for any other invalid filter (unconfirmed).
 */
export const listBundles: Handler = ({ world }, request) => {
  const bundles = world.bundles.toReversed().filter(bundleFilter(request.query));
  const page = paginate(request, bundles, ({ sid }) => sid);
  return { status: 200, body: metaBody(request, 'results', page, (bundle) => bundleResource(world, request, bundle)) };
};

/** `GET /v2/RegulatoryCompliance/Bundles/{Sid}`. 404/20404 when the account does not have it. */
export const fetchBundle: Handler = ({ world }, request) => ({
  status: 200,
  body: bundleResource(world, request, requested(world.bundles, request)),
});

function bundleFilter(query: URLSearchParams): (bundle: BundleState) => boolean {
  const [status, friendlyName] = [query.get('Status'), query.get('FriendlyName')];
  const [country, numberType] = [isoCountryParam(query), numberTypeParam(query)];
  const sids = query.get('BundleSids')?.split(',') ?? null;
  if (status !== null) requireStatus(status);
  if (sids !== null && !sids.every((sid) => isSid(sid, 'BU')))
    throw invalidParameter(`BundleSids must be bundle SIDs: ${sids.join(',')}`);
  return (bundle) =>
    (status === null || bundle.status === status) &&
    (friendlyName === null || bundle.friendlyName === friendlyName) &&
    (country === null || bundle.isoCountry === country) &&
    (numberType === null || bundle.numberType === numberType) &&
    (sids === null || sids.includes(bundle.sid));
}

/** https://www.twilio.com/docs/api/errors/22203 */
function requireStatus(status: string): void {
  if ((bundleStatuses as readonly string[]).includes(status)) return;
  throw new TwilioError(400, 22203, `Unable to parse bundle status: ${status}`);
}

/** As at Twilio, it lacks country and number type: its regulation has them. */
function bundleResource(world: World, request: RestRequest, bundle: BundleState): Record<string, unknown> {
  const url = `${request.origin}/v2/RegulatoryCompliance/Bundles/${bundle.sid}`;
  return {
    sid: bundle.sid,
    account_sid: world.accountSid,
    regulation_sid: bundle.regulationSid,
    friendly_name: bundle.friendlyName,
    status: bundle.status,
    valid_until: null,
    email: 'compliance@testing.example',
    status_callback: null,
    date_created: iso8601(bundle.createdAt),
    date_updated: iso8601(bundle.updatedAt),
    url,
    links: Object.fromEntries(Object.entries(subresources).map(([key, path]) => [key, `${url}/${path}`])),
  };
}
