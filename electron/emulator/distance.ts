import type { Listing } from './catalogue.ts';
import { invalidParameter } from './errors.ts';
import { e164Param } from './rest.ts';

interface Point {
  latitude: number;
  longitude: number;
}

const earthRadiusMiles = 3958.8;
const defaultMiles = 25;
const maxMiles = 500;

/**
 * NearNumber or NearLatLong with Distance (miles; default 25, at most 500).
 * @throws TwilioError 400/20001 for an invalid place or distance.
 */
export function findNearby(query: URLSearchParams, all: Iterable<Listing>): ((listing: Listing) => boolean) | null {
  const miles = distanceParam(query.get('Distance'));
  const centre = latLongParam(query.get('NearLatLong')) ?? placeOfNumber(e164Param(query, 'NearNumber'), all);
  if (centre === null) return null;
  return ({ area }) => area !== null && milesBetween(centre, pointOf(area)) <= miles;
}

function distanceParam(text: string | null): number {
  if (text === null) return defaultMiles;
  const miles = /^\d{1,3}$/.test(text) ? Number(text) : NaN;
  if (miles <= maxMiles) return miles;
  throw invalidParameter(`Distance must be an integer of at most ${maxMiles} miles: ${text}`);
}

function latLongParam(text: string | null): Point | null {
  if (text === null) return null;
  const match = /^(-?\d{1,2}(?:\.\d+)?),\s*(-?\d{1,3}(?:\.\d+)?)$/.exec(text);
  const point = { latitude: Number(match?.[1]), longitude: Number(match?.[2]) };
  if (Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180) return point;
  throw invalidParameter(`NearLatLong must be a latitude and a longitude with a comma between them: ${text}`);
}

function placeOfNumber(e164: string | null, all: Iterable<Listing>): Point | null {
  if (e164 === null) return null;
  const near = [...all].find(({ area }) => area !== null && e164.startsWith('+1' + area.areaCode));
  if (near?.area) return pointOf(near.area);
  throw invalidParameter(`NearNumber must be a number of the United States or Canada: ${e164}`);
}

function pointOf(area: { latitude: string; longitude: string }): Point {
  return { latitude: Number(area.latitude), longitude: Number(area.longitude) };
}

/** Great-circle distance (haversine). */
function milesBetween(a: Point, b: Point): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const sine = (from: number, to: number): number => Math.sin(radians(to - from) / 2) ** 2;
  const chord =
    sine(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * sine(a.longitude, b.longitude);
  return 2 * earthRadiusMiles * Math.asin(Math.sqrt(chord));
}
