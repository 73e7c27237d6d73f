import { iso8601 } from './dates.ts';
import { invalidParameter, notFound, TwilioError } from './errors.ts';
import { metaBody, paginate } from './paging.ts';
import { isoCountryParam, numberTypeParam } from './regulatoryParams.ts';
import type { Handler, RestRequest } from './rest.ts';
import { isSid } from './sids.ts';
import { bundleStatuses, type BundleState } from './state.ts';
import type { World } from './world.ts';

type Filter = (bundle: BundleState) => boolean;

const subresources: Readonly<Record<string, string>> = {
  evaluations: 'Evaluations',
  item_assignments: 'ItemAssignments',
  bundle_copies: 'Copies',
};

/**
 * `GET /v2/RegulatoryCompliance/Bundles` (numbers.twilio.com): newest first, paged with `meta`. 400: 22203 a Status
 * that is none, 20001 any other filter that cannot be (unconfirmed).
 */
export const listBundles: Handler = ({ world }, request) => {
  const filters = bundleFilters(request.query);
  const bundles = world.bundles.toReversed().filter((bundle) => filters.every((matches) => matches(bundle)));
  const page = paginate(request, bundles, ({ sid }) => sid);
  return { status: 200, body: metaBody(request, 'results', page, (bundle) => bundleResource(world, request, bundle)) };
};

/** `GET /v2/RegulatoryCompliance/Bundles/{Sid}`. 404/20404 when the account does not have it. */
export const fetchBundle: Handler = ({ world }, request) => {
  const bundle = world.bundles.find(({ sid }) => sid === request.params['Sid']);
  if (!bundle) throw notFound(request.path);
  return { status: 200, body: bundleResource(world, request, bundle) };
};

function bundleFilters(query: URLSearchParams): Filter[] {
  const filters: Filter[] = [];
  const [status, friendlyName] = [query.get('Status'), query.get('FriendlyName')];
  const [country, numberType, sids] = [isoCountryParam(query), numberTypeParam(query), query.get('BundleSids')];
  if (status !== null) {
    requireStatus(status);
    filters.push((bundle) => bundle.status === status);
  }
  if (friendlyName !== null) filters.push((bundle) => bundle.friendlyName === friendlyName);
  if (country !== null) filters.push((bundle) => bundle.isoCountry === country);
  if (numberType !== null) filters.push((bundle) => bundle.numberType === numberType);
  if (sids !== null) {
    const wanted = sids.split(',');
    if (!wanted.every((sid) => isSid(sid, 'BU'))) throw invalidParameter(`BundleSids must be bundle SIDs: ${sids}`);
    filters.push((bundle) => wanted.includes(bundle.sid));
  }
  return filters;
}

/** https://www.twilio.com/docs/api/errors/22203 */
function requireStatus(status: string): void {
  if ((bundleStatuses as readonly string[]).includes(status)) return;
  throw new TwilioError(400, 22203, `Unable to parse bundle status: ${status}`);
}

/** As at Twilio, country and number type are not in it: its regulation says them. */
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
