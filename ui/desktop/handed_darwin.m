//go:build cgo

#import <Foundation/Foundation.h>

#include "_cgo_export.h"

// HjemmekontorEvents takes the events by which macOS has an app open addresses
// (kAEGetURL) and files (kAEOpenDocuments).
@interface HjemmekontorEvents : NSObject
@end

@implementation HjemmekontorEvents

- (void)openAddress:(NSAppleEventDescriptor *)event reply:(NSAppleEventDescriptor *)reply {
	NSString *address = [[event paramDescriptorForKeyword:keyDirectObject] stringValue];
	if (address != nil) {
		hjemmekontorHanded((char *)[address UTF8String]);
	}
}

- (void)openFiles:(NSAppleEventDescriptor *)event reply:(NSAppleEventDescriptor *)reply {
	NSAppleEventDescriptor *files = [event paramDescriptorForKeyword:keyDirectObject];
	for (NSInteger i = 1; i <= [files numberOfItems]; i++) {
		NSURL *file = [[files descriptorAtIndex:i] fileURLValue];
		if (file != nil) {
			hjemmekontorHanded((char *)[[file absoluteString] UTF8String]);
		}
	}
}

@end

void hjemmekontorListen(void) {
	static HjemmekontorEvents *events = nil;
	if (events == nil) {
		events = [[HjemmekontorEvents alloc] init];
	}
	NSAppleEventManager *manager = [NSAppleEventManager sharedAppleEventManager];
	[manager setEventHandler:events
	             andSelector:@selector(openAddress:reply:)
	           forEventClass:'GURL'
	              andEventID:'GURL'];
	[manager setEventHandler:events
	             andSelector:@selector(openFiles:reply:)
	           forEventClass:'aevt'
	              andEventID:'odoc'];
}
